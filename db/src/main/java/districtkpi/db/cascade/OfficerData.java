package districtkpi.db.cascade;

/**
 * What a district's office says of an officer, and all that is known of one.
 *
 * @param post such as นักวิชาการพัฒนาชุมชนชำนาญการ; one line, never blank
 * @param name by which the office tells posts apart; one line, never blank
 */
public record OfficerData(String post, String name) {

    /** What a post or a name may hold, in characters. */
    public static final int MAX_LENGTH = 120;

    public OfficerData {
        post = OneLine.of(post, MAX_LENGTH);
        name = OneLine.of(name, MAX_LENGTH);
        if (post.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("An officer has a post and a name");
        }
    }
}
