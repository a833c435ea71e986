package io.spate.locust.stats;

/** Who else wants to know of each request that is counted. Called on the loop. */
public interface Tally {
    /** Nobody. */
    Tally NONE =
            (_, _) ->
                    new Kind() {
                        @Override
                        public void passed(double millis) {}

                        @Override
                        public void failed(double millis, String error) {}
                    };

    /** What is told of the requests of one method and name. */
    Kind of(String method, String name);

    /** Requests of one method and name. Times are negative where they are not known. */
    interface Kind {
        /** One went well. */
        void passed(double millis);

        /** One did not, with the error as Python shows it. */
        void failed(double millis, String error);
    }
}
