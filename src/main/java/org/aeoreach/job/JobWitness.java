package org.aeoreach.job;

/** Hears what people do with jobs, in the transaction in which they do it. The audit implements it. */
public interface JobWitness {

    /** @param action {@code job.start} or {@code job.cancel} */
    void saw(String action, long job, String kind, String orgPath);
}
