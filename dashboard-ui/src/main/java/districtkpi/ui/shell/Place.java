package districtkpi.ui.shell;

import districtkpi.ui.state.PageState;

/**
 * Where the reader is.
 *
 * @param path of the screen, without its state
 */
record Place(String path, PageState state) {}
