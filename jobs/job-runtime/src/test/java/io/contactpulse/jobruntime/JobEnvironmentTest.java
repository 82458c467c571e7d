package io.contactpulse.jobruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class JobEnvironmentTest {
    private final StreamExecutionEnvironment environment = JobEnvironment.create();

    @Test
    void refusesTypesThatNeedKryo() {
        TypeInformation<Thread> kryoOnly = new GenericTypeInfo<>(Thread.class);

        assertThatThrownBy(
                        () -> kryoOnly.createSerializer(environment.getConfig().getSerializerConfig()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void flushesBuffersEveryFiveMilliseconds() {
        assertThat(environment.getBufferTimeout()).isEqualTo(5);
    }

    @Test
    void fixesTheMaxParallelism() {
        assertThat(environment.getMaxParallelism()).isEqualTo(128);
    }

    @Test
    void doesNotReuseObjects() {
        assertThat(environment.getConfig().isObjectReuseEnabled()).isFalse();
    }

    @Test
    void leavesParallelismAndCheckpointsToTheService() {
        // given
        StreamExecutionEnvironment managed = StreamExecutionEnvironment.getExecutionEnvironment();
        managed.setParallelism(3);
        managed.enableCheckpointing(60_000);

        // when
        JobEnvironment.configure(managed);

        // then
        assertThat(managed.getParallelism()).isEqualTo(3);
        assertThat(managed.getCheckpointConfig().getCheckpointInterval()).isEqualTo(60_000);
    }
}
