package io.spate.siege.text;

/** Which siege is spoken here. */
public final class SiegeVersion {
    /** Debian 12's. */
    public static final String NUMBER = "4.0.7";

    /** What requests say they come from, in siege's form; for servers that look for its name. */
    public static final String USER_AGENT = "Mozilla/5.0 (spate) Siege/" + NUMBER;

    private SiegeVersion() {}
}
