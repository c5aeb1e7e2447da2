package com.acmecorp.app.simulation.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the tables out of the real migrations, so that the simulated server can't have others. */
final class Migration {

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern CREATE = Pattern.compile(
            "CREATE TABLE (?:IF NOT EXISTS )?(\\w+) \\((.*)\\) ENGINE.*", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile(",\\s*\n");
    private static final Pattern KEY = Pattern.compile("PRIMARY KEY \\(([^)]*)\\).*");
    private static final Pattern COLUMN = Pattern.compile("(\\w+)\\s+([A-Z]+).*", Pattern.DOTALL);
    private static final Pattern ADDED = Pattern.compile("ADD COLUMN (\\w+\\s+[^,]*)");
    private static final Pattern STANDARD = Pattern.compile("DEFAULT (\\d+|'[^']*')");

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>();

    private Migration() {}

    static Migration read() {
        Migration migration = new Migration();
        URL folder = Objects.requireNonNull(
                Migration.class.getResource("/db/migration"), "the database's migrations");
        try {
            URI uri = folder.toURI();
            if (uri.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    migration.read(jar.getPath("/db/migration"));
                }
            } else {
                migration.read(Path.of(uri));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return migration;
    }

    Schema schema() {
        return new Schema(tables.values());
    }

    /** The statements that put rows into the empty tables. */
    List<String> rows() {
        return rows;
    }

    private void read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> version(file) > 0)
                    .sorted(Comparator.comparingInt(Migration::version))
                    .toList();
        }
        for (Path file : files) {
            String text = Files.readString(file).replaceAll("--[^\n]*", "");
            Pattern.compile(";").splitAsStream(text).map(String::strip).forEach(this::read);
        }
    }

    private static int version(Path file) {
        Matcher name = VERSION.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private void read(String statement) {
        Matcher create = CREATE.matcher(statement);
        if (create.matches()) {
            create(create.group(1), NEXT.split(create.group(2)));
        } else if (statement.startsWith("ALTER TABLE")) {
            alter(statement);
        } else if (statement.startsWith("INSERT") && statement.contains("VALUES")) {
            rows.add(statement);
        }
    }

    private void create(String name, String[] definitions) {
        List<Table.Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (String definition : definitions) {
            Matcher primary = KEY.matcher(definition.strip());
            if (primary.matches()) {
                key.addAll(Pattern.compile("\\s*,\\s*")
                        .splitAsStream(primary.group(1))
                        .toList());
            } else if (!definition.strip().matches("(UNIQUE )?KEY .*")) {
                Table.Column column = column(definition.strip());
                columns.add(column);
                if (definition.contains("PRIMARY KEY")) {
                    key.add(column.name());
                }
            }
        }
        tables.put(name, new Table(name, columns, key));
    }

    private void alter(String statement) {
        String name = statement.replaceFirst("ALTER TABLE (\\w+)(?s:.*)", "$1");
        Table table = Objects.requireNonNull(tables.get(name));
        for (MatchResult added : ADDED.matcher(statement).results().toList()) {
            table = table.with(column(added.group(1)));
        }
        tables.put(name, table);
    }

    private static Table.Column column(String definition) {
        Matcher column = COLUMN.matcher(definition);
        if (!column.matches()) {
            throw new IllegalArgumentException("no column: " + definition);
        }
        Matcher standard = STANDARD.matcher(definition);
        Object value =
                standard.find() ? Values.stored(literal(standard.group(1)), column.group(2)) : null;
        return new Table.Column(column.group(1), column.group(2), value);
    }

    private static Object literal(String text) {
        return text.startsWith("'") ? text.substring(1, text.length() - 1) : Long.valueOf(text);
    }
}
