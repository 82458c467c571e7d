package io.contactpulse.standins;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Synchronous AWS clients that talk to a stand-in. All of them speak HTTP/1.1 through one explicitly chosen client,
 * so that another HTTP implementation on the class path cannot make the choice ambiguous.
 */
public final class StandInClients {

    /** Letters and digits only: DynamoDB Local refuses any other. */
    public static final String ACCESS_KEY_ID = "STANDIN";

    public static final String SECRET_ACCESS_KEY = "stand-in-secret";
    public static final Region REGION = Region.US_EAST_1;

    /** The account that the stand-ins put into the ARNs they make up. */
    public static final String ACCOUNT_ID = "000000000000";

    private StandInClients() {}

    public static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY));
    }

    public static DynamoDbClient dynamoDb(URI endpoint) {
        return at(endpoint, DynamoDbClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
                .build();
    }

    public static KinesisClient kinesis(URI endpoint) {
        return at(endpoint, KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
                .build();
    }

    public static S3Client s3(URI endpoint) {
        return at(endpoint, S3Client.builder().httpClientBuilder(ApacheHttpClient.builder()))
                .forcePathStyle(true)
                .build();
    }

    public static SnsClient sns(URI endpoint) {
        return at(endpoint, SnsClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
                .build();
    }

    public static SqsClient sqs(URI endpoint) {
        return at(endpoint, SqsClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
                .build();
    }

    public static GlueClient glue(URI endpoint) {
        return at(endpoint, GlueClient.builder().httpClientBuilder(ApacheHttpClient.builder()))
                .build();
    }

    private static <B extends AwsClientBuilder<B, C>, C> B at(URI endpoint, AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(endpoint).region(REGION).credentialsProvider(credentials());
    }
}
