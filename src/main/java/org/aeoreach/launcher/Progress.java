package org.aeoreach.launcher;

/** Tells on the console what a start is doing and how far it is, in both languages. */
class Progress {

    void step(String english, String chinese) {
        System.out.println(english + " / " + chinese);
    }

    void at(long done, long total) {
        System.out.println("  " + done + " / " + total);
    }
}
