package dev.lastseat.bootstrap.architecture.violation.stranger;

import java.util.List;

/** Imports every driver, in a module that has none. */
class EveryDriver {
  List<Class<?>> drivers =
      List.of(
          org.sqlite.SQLiteConfig.class,
          com.github.benmanes.caffeine.cache.Caffeine.class,
          com.mongodb.MongoException.class,
          org.bson.Document.class,
          redis.clients.jedis.RedisClient.class,
          org.apache.commons.pool2.ObjectPool.class,
          org.mindrot.jbcrypt.BCrypt.class,
          com.auth0.jwt.JWT.class,
          com.webauthn4j.WebAuthnManager.class,
          tools.jackson.core.JsonParser.class,
          jakarta.mail.Session.class,
          jakarta.activation.DataHandler.class,
          io.nayuki.qrcodegen.QrCode.class,
          org.eclipse.angus.mail.smtp.SMTPTransport.class,
          com.samskivert.mustache.Mustache.class,
          org.eclipse.jetty.client.HttpClient.class,
          io.micrometer.core.instrument.MeterRegistry.class,
          com.sun.net.httpserver.HttpServer.class,
          graphql.GraphQL.class,
          org.dataloader.DataLoader.class,
          io.opentelemetry.api.OpenTelemetry.class,
          io.javalin.Javalin.class,
          org.eclipse.jetty.ee10.servlet.ServletContextRequest.class,
          org.eclipse.jetty.server.Server.class,
          jakarta.servlet.Servlet.class,
          org.yaml.snakeyaml.Yaml.class,
          com.amazonaws.services.lambda.runtime.Context.class,
          org.crac.Core.class,
          ch.qos.logback.classic.LoggerContext.class);
}
