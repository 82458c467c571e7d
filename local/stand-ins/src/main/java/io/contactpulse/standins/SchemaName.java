package io.contactpulse.standins;

import com.fasterxml.jackson.databind.JsonNode;

/** Which schema of which registry; read from names or from the ARN, whichever the request has. */
record SchemaName(String registry, String schema) {

    private static final String DEFAULT_REGISTRY = "default-registry";
    private static final String ARN_PREFIX =
            "arn:aws:glue:" + StandInClients.REGION.id() + ":" + StandInClients.ACCOUNT_ID + ":schema/";

    static SchemaName of(JsonNode schemaId) {
        String arn = schemaId.path("SchemaArn").asText();
        if (arn.isEmpty()) {
            return of(schemaId, schemaId.path("SchemaName"));
        }
        String[] parts = arn.split("/", 3);
        if (parts.length < 3) {
            throw new ServiceFault("InvalidInputException", arn + " is no ARN of a schema");
        }
        return new SchemaName(parts[1], parts[2]);
    }

    static SchemaName of(JsonNode registryId, JsonNode schemaName) {
        return new SchemaName(registryId.path("RegistryName").asText(DEFAULT_REGISTRY), schemaName.asText());
    }

    String arn() {
        return ARN_PREFIX + registry + "/" + schema;
    }
}
