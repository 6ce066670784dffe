/**
 * What the program does on the server instead of serving pages, named by its first argument.
 *
 * <p>{@link districtkpi.ui.command.Commands} is the entry point.
 */
@NullMarked
package districtkpi.ui.command;

import org.jspecify.annotations.NullMarked;
