package org.aeoreach.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The proxies whose word about a client's address is believed: single addresses, and ranges such as
 * {@code 10.244.0.0/16} where the proxy's address is not known beforehand.
 */
final class TrustedProxies {

    /** Addresses only: a name would be asked of a name server, and believed. */
    private static final Pattern ADDRESS =
            Pattern.compile("([0-9]{1,3}[.]){3}[0-9]{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final List<Range> ranges;

    private TrustedProxies(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** @throws IllegalArgumentException when an entry is neither an address nor a range of addresses */
    static TrustedProxies of(Set<String> entries) {
        return new TrustedProxies(entries.stream().map(Range::of).toList());
    }

    boolean contains(String address) {
        return ADDRESS.matcher(address).matches() && ranges.stream().anyMatch(range -> range.contains(bytes(address)));
    }

    private static byte[] bytes(String address) {
        try {
            if (ADDRESS.matcher(address).matches()) {
                return InetAddress.getByName(address).getAddress();
            }
        } catch (UnknownHostException e) {
            // Digits and colons, but no address.
        }
        throw new IllegalArgumentException("no address: " + address);
    }

    /** @param bits how many of the first bits are the same in all addresses of the range */
    private record Range(byte[] first, int bits) {

        static Range of(String entry) {
            String[] parts = entry.split("/", 2);
            byte[] first = bytes(parts[0]);
            int all = first.length * Byte.SIZE;
            int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException("no range of addresses: " + entry);
            }
            return new Range(first, bits);
        }

        boolean contains(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = Byte.SIZE - bits % Byte.SIZE;
            return Arrays.equals(first, 0, whole, address, 0, whole)
                    && (rest == Byte.SIZE || (first[whole] ^ address[whole]) >> rest == 0);
        }
    }
}
