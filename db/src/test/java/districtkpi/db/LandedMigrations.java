package districtkpi.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A folder of migrations beside the list of those that landed. Databases somewhere have run every
 * one of these: they refuse one that changed, and never run one that comes before their last.
 *
 * @param list whose lines are the number of the landing, the SHA-256 and the name of a file
 */
record LandedMigrations(Path list, Path folder) {

    private static final Pattern LINE = Pattern.compile("([1-9][0-9]*) ([0-9a-f]{64}) (\\S+)");
    private static final Pattern MIGRATION = Pattern.compile("V([0-9]{4})__[a-z0-9_]+\\.sql");

    /** What runs around the migrations each time, and so may change. */
    private static final Set<String> CALLBACKS = Set.of("afterMigrate.sql", "beforeMigrate.sql");

    private record Landed(String line, String sha256, String file) {

        String version() {
            return LandedMigrations.version(file);
        }
    }

    /** What is wrong, and what to do about it; nothing if all is well. */
    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        List<Landed> landed = read(faults);
        Set<String> files = files();
        landed.forEach(one -> compare(one, files).ifPresent(faults::add));
        Set<String> fresh = new TreeSet<>(files);
        landed.forEach(one -> fresh.remove(one.file()));
        fresh.removeAll(CALLBACKS);
        // Without a sound list nobody can say what a new line has to be.
        if (faults.isEmpty()) {
            judge(fresh, landed, faults);
        }
        return faults;
    }

    private List<Landed> read(List<String> faults) throws IOException {
        List<Landed> landed = new ArrayList<>();
        String lastVersion = "";
        for (String line : Files.readAllLines(list)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || !MIGRATION.matcher(matcher.group(3)).matches()) {
                faults.add(
                        "%s: “%s” is not number, SHA-256 and V0000__name.sql."
                                .formatted(list, line));
                continue;
            }
            Landed one = new Landed(line, matcher.group(2), matcher.group(3));
            if (!matcher.group(1).equals(String.valueOf(landed.size() + 1))) {
                faults.add(
                        String.format(
                                Locale.ROOT,
                                "%s: “%s” should have number %d. A line that landed keeps its number and"
                                        + " its place; one of your own comes after all of them.",
                                list,
                                line,
                                landed.size() + 1));
            }
            if (one.version().compareTo(lastVersion) <= 0) {
                faults.add(
                        "%s: %s landed after V%s and so would never run where that has. Rename it: %s."
                                .formatted(list, one.file(), lastVersion, laterThan(lastVersion)));
            }
            lastVersion = one.version();
            landed.add(one);
        }
        return landed;
    }

    private Optional<String> compare(Landed one, Set<String> files) {
        String back =
                " Databases that have run it would not start any more. Bring it back as it was (git"
                        + " checkout the commit before yours -- "
                        + folder.resolve(one.file())
                        + ") and write what you want into a new migration.";
        if (!files.contains(one.file())) {
            return Optional.of(one.file() + " landed and is gone, or has another name." + back);
        }
        String now = sha256(one.file());
        return now.equals(one.sha256())
                ? Optional.empty()
                : Optional.of(
                        "%s landed and reads differently now (%s).%s If it is your own and has not landed yet, put that hash into %s."
                                .formatted(one.file(), now, back, list));
    }

    private void judge(Set<String> fresh, List<Landed> landed, List<String> faults) {
        String last = landed.isEmpty() ? "" : landed.getLast().version();
        int number = landed.size();
        for (String file : fresh) {
            number++;
            if (!MIGRATION.matcher(file).matches()) {
                faults.add(
                        "%s is neither V0000__name.sql nor one of %s."
                                .formatted(file, new TreeSet<>(CALLBACKS)));
            } else if (version(file).compareTo(last) <= 0) {
                faults.add(
                        "%s is new and does not come last: V%s has landed, and databases that have run that never run an earlier one. Rename it: %s."
                                .formatted(file, last, laterThan(last)));
            } else {
                faults.add(
                        String.format(
                                Locale.ROOT,
                                "%s is new. Once it reads as it shall land, add this line at the end of %s:%n%d %s %s",
                                file,
                                list,
                                number,
                                sha256(file),
                                file));
            }
        }
    }

    private static String laterThan(String version) {
        return String.format(Locale.ROOT, "V%04d or later", Integer.parseInt(version) + 1);
    }

    private static String version(String file) {
        return file.substring(1, 5);
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A checkout on Windows may have other line ends. */
    private String sha256(String file) {
        try {
            String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
            return DigestUtils.sha256Hex(
                    text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
