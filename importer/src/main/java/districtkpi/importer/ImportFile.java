package districtkpi.importer;

/**
 * A file as it was handed in. Hostile until read.
 *
 * @param name without folders, for messages and records
 */
public record ImportFile(String name, byte[] content) {}
