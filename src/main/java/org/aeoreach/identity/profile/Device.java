package org.aeoreach.identity.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser calls itself, in two words. It may lie; a person still knows his own by it.
 *
 * @param browser or empty
 * @param system or empty
 */
public record Device(String browser, String system) {

    // In this order: most name others besides themselves.
    private static final Map<String, String> BROWSERS = inOrder(
            "MicroMessenger",
            "WeChat",
            "Edg",
            "Edge",
            "OPR",
            "Opera",
            "Firefox",
            "Firefox",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari",
            "curl",
            "curl",
            "Java",
            "Java");
    private static final Map<String, String> SYSTEMS = inOrder(
            "OpenHarmony",
            "HarmonyOS",
            "HarmonyOS",
            "HarmonyOS",
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS",
            "macOS",
            "Linux",
            "Linux");

    static Device of(String agent) {
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
