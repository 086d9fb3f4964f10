# syntax=docker/dockerfile:1
# docker build -t lastseat . && docker run -p 8080:8080 -v lastseat:/data lastseat

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./lastseat build

# What the program and the drivers of MongoDB and Redis need, as jdeps tells, less the parts of
# libraries that are not used here; jdk.naming.dns is for mongodb+srv addresses.
FROM eclipse-temurin:25-jdk AS runtime
RUN jlink --strip-debug --no-header-files --no-man-pages --compress zip-6 --output /opt/jre \
  --add-modules java.base,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,jdk.httpserver,jdk.management,jdk.naming.dns

FROM debian:13-slim
COPY --from=runtime /opt/jre /opt/jre
COPY --from=build /src/bootstrap/target/lib /opt/lastseat/lib
COPY --from=build /src/bootstrap/target/lastseat.jar /opt/lastseat/
RUN useradd --system --uid 10001 lastseat && install -d -o lastseat -m 700 /data
USER 10001
ENV DATA_DIR=/data JDK_JAVA_OPTIONS=-Xmx256m
VOLUME /data
EXPOSE 8080
# Whether it lives, not whether it is ready: it needs no restart when MongoDB is back.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --start-interval=1s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/${HOST:-127.0.0.1}/${PORT:-8080} && printf 'GET /api/v1/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["/opt/jre/bin/java", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/lastseat/lastseat.jar"]
