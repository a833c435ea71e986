/**
 * When iterations start and how many users there are: arithmetic without a clock, so that it is
 * exact and can be tested in virtual time.
 *
 * <p>There are three times. Real time is that of {@link System#nanoTime}. The run's time stands
 * still in pauses ({@link io.spate.engine.pacing.Timetable}). A workload's time is the run's since
 * the workload's start. Curves and due times are in a workload's time, so that neither knows of
 * pauses.
 *
 * <p>A {@link io.spate.engine.pacing.Course} is all that a scenario follows; each change makes
 * another one. Curves, timetables and courses are immutable and shared by all workers. Pacers
 * belong to one worker each, follow the courses, and cut a {@link io.spate.engine.pacing.Segment}
 * out of the whole. Asking for what is due allocates nothing.
 */
package io.spate.engine.pacing;
