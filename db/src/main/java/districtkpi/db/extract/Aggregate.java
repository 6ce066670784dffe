package districtkpi.db.extract;

/** What is made of the rows of a district. */
public sealed interface Aggregate {

    /** How many there are. */
    record Rows() implements Aggregate {}

    /** The exact sum of a column of numbers; none where no row has one. */
    record Sum(ColumnKey column) implements Aggregate {}

    /** How many different texts a column has, however often each. */
    record Distinct(ColumnKey column) implements Aggregate {}

    /** The earliest day of a column. */
    record FirstDay(ColumnKey column) implements Aggregate {}

    /** The latest day of a column. */
    record LastDay(ColumnKey column) implements Aggregate {}
}
