/** Two runs' summaries side by side. Every class is for one thread, unless it is immutable. */
package lockstep.trace.compare;
