/** E-mails that the program sends, and what became of them. */
@NullMarked
package districtkpi.office.mail;

import org.jspecify.annotations.NullMarked;
