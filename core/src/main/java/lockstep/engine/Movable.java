package lockstep.engine;

/**
 * A role that has something of its thread's, such as a graphics context, and must be told when it moves to another lane. A
 * role that holds no more than its {@link RoleContext} need not be: the engine moves that.
 */
public interface Movable {
    /** The role is about to go to another lane; called on the old one, at a safe point. Lets go of what is its thread's. */
    default void leave() throws Exception {
    }

    /** The role has come to another lane; called on that lane, at a safe point, after {@link #leave} on the old one. */
    default void moved() throws Exception {
    }
}
