/**
 * The entrance for AWS Lambda: events become requests to the server without a port, and its answers
 * what API Gateway and function URLs send on. Begin with {@link dev.lastseat.lambda.LambdaHandler}.
 */
@NullMarked
package dev.lastseat.lambda;

import org.jspecify.annotations.NullMarked;
