package io.contactpulse.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Counts the lake's rows by what the Parquet files say of themselves in their footers. */
final class LakeFiles {
    private final S3Client s3;
    private final Path objects;

    LakeFiles(S3Client s3, Path objects) {
        this.s3 = s3;
        this.objects = objects;
    }

    /** Only committed files are objects; what a writer has not finished is not counted. */
    long rows(String table) {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(Resources.BUCKET).prefix("lake/" + table + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> key.endsWith(".parquet"))
                .mapToLong(key -> rows(objects.resolve(Resources.BUCKET).resolve(key)))
                .sum();
    }

    private static long rows(Path file) {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
            return reader.getRecordCount();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
