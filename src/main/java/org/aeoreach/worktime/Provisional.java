package org.aeoreach.worktime;

/**
 * A year whose days off the State Council has not announced.
 *
 * @param statutory whether its statutory holidays are known; else it is reckoned by weekends alone
 */
public record Provisional(int year, boolean statutory) {

    /** Message that says so; its argument is the year as text. */
    public String key() {
        return statutory ? "worktime.provisional.statutory" : "worktime.provisional.weekends";
    }
}
