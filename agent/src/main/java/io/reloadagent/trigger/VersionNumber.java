package io.reloadagent.trigger;

/** The number of a version as a request has it. */
final class VersionNumber {

    private VersionNumber() {}

    /**
     * Reads it.
     *
     * @param text null if there is none
     * @param advice the beginning of a sentence for who did not write one
     * @throws Refusal if it is none
     */
    static long parse(String text, String advice) throws Refusal {
        try {
            long version = text == null ? 0 : Long.parseLong(text);
            if (version > 0) {
                return version;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new Refusal(400, advice + "; GET /admin/history lists them");
    }
}
