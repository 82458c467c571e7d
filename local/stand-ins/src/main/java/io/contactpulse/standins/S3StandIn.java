package io.contactpulse.standins;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/**
 * S3 over a directory: the object {@code key} of {@code bucket} is the plain file {@code <directory>/bucket/key}, so
 * other tools may read it there. Buckets are created through the S3 API.
 */
public final class S3StandIn implements AutoCloseable {

    private final S3Proxy proxy;
    private final Path directory;

    private S3StandIn(S3Proxy proxy, Path directory) {
        this.proxy = proxy;
        this.directory = directory;
    }

    public static S3StandIn start(Path directory) {
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            S3Proxy proxy = proxyOver(root);
            proxy.start();
            return new S3StandIn(proxy, root);
        } catch (IOException failure) {
            throw new StandInException(
                    "S3 needs a directory it may write to; " + directory + " is not: " + failure, failure);
        } catch (Exception failure) {
            throw new StandInException("the S3 stand-in does not start: " + failure.getMessage(), failure);
        }
    }

    public URI endpoint() {
        return LoopbackServer.at(proxy.getPort());
    }

    /** The directory that holds one folder per bucket. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception failure) {
            throw new StandInException("the S3 stand-in does not stop: " + failure.getMessage(), failure);
        }
    }

    private static S3Proxy proxyOver(Path root) {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", root.toString());
        return S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem", properties))
                .endpoint(LoopbackServer.at(0))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, StandInClients.ACCESS_KEY_ID, StandInClients.SECRET_ACCESS_KEY)
                .ignoreUnknownHeaders(true)
                .build();
    }
}
