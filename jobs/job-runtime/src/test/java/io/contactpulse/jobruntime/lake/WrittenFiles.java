package io.contactpulse.jobruntime.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** What a reader of a folder sees: every file below it that ends in the suffix, whether its name is hidden or not. */
final class WrittenFiles {
    private WrittenFiles() {}

    static List<Path> below(Path folder, String suffix) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows by the name of the folder they are in. */
    static <T extends SpecificRecord> SortedMap<String, List<T>> rowsByFolder(Path table, Class<T> rowType) {
        SortedMap<String, List<T>> rows = new TreeMap<>();
        for (Path file : below(table, ".parquet")) {
            rows.computeIfAbsent(file.getName(file.getNameCount() - 2).toString(), folder -> new ArrayList<>())
                    .addAll(rows(file, rowType));
        }
        return rows;
    }

    static <T extends SpecificRecord> List<T> rowsBelow(Path table, Class<T> rowType) {
        return rowsByFolder(table, rowType).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    static <T extends SpecificRecord> List<T> rows(Path file, Class<T> rowType) {
        List<T> rows = new ArrayList<>();
        try (ParquetReader<T> reader = reader(file, rowType)) {
            for (T row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends SpecificRecord> ParquetReader<T> reader(Path file, Class<T> rowType) throws IOException {
        return AvroParquetReader.<T>builder(
                        HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))
                .withDataModel(SpecificData.getForClass(rowType))
                .build();
    }
}
