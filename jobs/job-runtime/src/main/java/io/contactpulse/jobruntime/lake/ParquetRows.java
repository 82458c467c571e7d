package io.contactpulse.jobruntime.lake;

import io.contactpulse.jobruntime.table.Table;
import java.io.IOException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Encodes a table's rows as Parquet by their Avro schema. Flink's own ParquetAvroWriters is not used: it knows neither
 * compression nor the conversions that turn an Instant into a Parquet timestamp.
 */
final class ParquetRows {
    private ParquetRows() {}

    static <T extends SpecificRecord> ParquetWriterFactory<T> writerFactory(Table<T> table) {
        return new ParquetWriterFactory<>(out -> writer(table, out));
    }

    private static <T extends SpecificRecord> ParquetWriter<T> writer(Table<T> table, OutputFile out)
            throws IOException {
        return AvroParquetWriter.<T>builder(out)
                .withSchema(table.schema())
                .withDataModel(SpecificData.getForClass(table.rowType()))
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                // The three-level list of the Parquet standard; the old form cannot hold a null element.
                .config(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, "false")
                .build();
    }
}
