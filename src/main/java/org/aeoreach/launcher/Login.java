package org.aeoreach.launcher;

/** A database role with its password. */
record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
