# syntax=docker/dockerfile:1
# docker build -t lastseat . && docker run -p 8080:8080 -v lastseat:/data lastseat

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
  mvn -B -Pdist -Dtests.skip -DskipTests -Dspotless.check.skip package \
  && mv bootstrap/target/dist/* /opt/lastseat

FROM debian:13-slim
COPY --from=build /opt/lastseat /opt/lastseat
RUN useradd --system --uid 10001 lastseat && install -d -o lastseat -m 700 /data
USER 10001
ENV DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# Whether it lives, not whether it is ready: it needs no restart when MongoDB is back.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --start-interval=1s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/${HOST:-127.0.0.1}/${PORT:-8080} && printf 'GET /api/v1/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["/opt/lastseat/bin/lastseat", "serve"]
