package com.acmecorp.database;

import static com.acmecorp.database.ExecutedStatements.shape;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All SQL of the module, found in its compiled classes, so that nobody has to keep a list: the static statements for
 * many keys or rows, and every other string that begins like SQL. Only what sets up the embedded MariaDB is left out.
 */
final class KnownStatements {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path EMBEDDED = CLASSES.resolve("com/acmecorp/database/embedded");

    private static final Pattern SQL = Pattern.compile(
            "(?is)[\\s(]*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CALL|SET|START|BEGIN|COMMIT|ROLLBACK"
                    + "|SAVEPOINT|LOCK|CREATE|ALTER|DROP|TRUNCATE|ANALYZE|EXPLAIN|SHOW|KILL)\\b.*");

    /** How the first half of a statement for many ends. */
    private static final Pattern HEAD = Pattern.compile("(?s).* (IN|VALUES)");

    private KnownStatements() {}

    /** Their shapes. A half statement that belongs to none for many is among them, as nobody can execute it. */
    static Set<String> shapes() throws IOException, ReflectiveOperationException {
        Set<String> many = new TreeSet<>();
        Set<String> strings = new TreeSet<>();
        for (Path file : classFiles()) {
            ClassModel type = ClassFile.of().parse(file);
            addMany(Class.forName(type.thisClass().asInternalName().replace('/', '.')), many);
            StreamSupport.stream(type.constantPool().spliterator(), false)
                    .flatMap(KnownStatements::sql)
                    .forEach(strings::add);
        }
        strings.removeIf(string -> HEAD.matcher(string).matches()
                && many.stream().anyMatch(statement -> statement.startsWith(string + " (…)")));
        many.addAll(strings);
        return many;
    }

    private static Iterable<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.startsWith(EMBEDDED))
                    .toList();
        }
    }

    private static void addMany(Class<?> type, Set<String> many) throws IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            boolean isMany = field.getType() == ManyKeys.class || field.getType() == ManyRows.class;
            if (isMany && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                many.add(shape(String.valueOf(field.get(null))));
            }
        }
    }

    private static Stream<String> sql(PoolEntry entry) {
        return entry instanceof StringEntry string
                        && SQL.matcher(string.stringValue()).matches()
                ? Stream.of(shape(string.stringValue()))
                : Stream.empty();
    }
}
