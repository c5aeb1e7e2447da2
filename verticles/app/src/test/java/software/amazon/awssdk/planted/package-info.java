/** Violations that prove the walls of the architecture test; nothing uses them. */
@NullMarked
package software.amazon.awssdk.planted;

import org.jspecify.annotations.NullMarked;
