#!/usr/bin/env bash
# Measures what agents add to the start of a service on Spring Boot, and to its memory, on each JDK given, and puts the table into
# docs/benchmarks.md. Some ten minutes a JDK. JDK 17 or newer, as the service needs it.
# Usage: benchmarks/start.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/start.sh JAVA_HOME..." >&2
  exit 2
fi
rounds=${ROUNDS:-5}
[ -n "${SKIP_BUILD:-}" ] || mvn -q -f ../pom.xml -Pbenchmarks
here=$PWD
work=$here/target/start
rm -rf "$work"
mkdir -p "$work"
service=$here/../examples/spring-boot-4/target/spring-boot-4-app.jar

cat > "$work/application.yml" <<SOURCE
shop: {max-orders: 20, timeout: 7s, regions: [eu, us], pool: {size: 8}}
mail: {host: m, port: 25, retry: {attempts: 3}}
SOURCE
printf 'sources: [{file: application.yml}]\nadopt: [spring]\n' > "$work/reload.yaml"
printf 'rules: [{pattern: ".*"}]\n' > "$work/exporter.yaml"

# What is measured, one line each: name | what | the JVM's options.
cat > "$work/variants" <<VARIANTS
none|no agent|
reload|Reload Agent, \`adopt: [spring]\`|-javaagent:$here/../agent/target/reload-agent.jar=config=$work/reload.yaml
exporter|JMX exporter 1.0.1|-javaagent:$here/target/agents/jmx-exporter.jar=127.0.0.1:0:$work/exporter.yaml
opentelemetry|OpenTelemetry 2.10.0, no exporter|-javaagent:$here/target/agents/opentelemetry.jar -Dotel.traces.exporter=none -Dotel.metrics.exporter=none -Dotel.logs.exporter=none
VARIANTS

measure() { # round, JAVA_HOME; appends to the results: feature release, round, application, name, seconds, megabytes
  local name options process seconds resident
  while IFS='|' read -r name _ options; do
    # shellcheck disable=SC2086
    (cd "$work" && exec "$2/bin/java" -Xmx256m $options -jar "$service" --server.port=0 --server.address=127.0.0.1) \
      > "$work/out" 2>&1 &
    process=$!
    while ! seconds=$(sed -n 's/.*Started ShopApplication .*process running for \([0-9.]*\).*/\1/p' "$work/out") || [ -z "$seconds" ]; do
      kill -0 "$process" || { cat "$work/out" >&2; exit 1; }
      sleep 0.1
    done
    sleep 2
    resident=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$process/status")
    kill "$process"
    wait "$process" || true
    [ "$1" -eq 0 ] || echo "$feature $1 spring-boot-4 $name $seconds $(awk "BEGIN {print $resident / 1024}")" >> "$work/results"
  done < "$work/variants"
}

for java_home in "$@"; do
  feature=$("$java_home/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  for round in $(seq 0 "$rounds"); do
    echo "Java $feature, round $round of $rounds; load average $(cut -d ' ' -f 1-3 /proc/loadavg)"
    measure "$round" "$java_home"
  done
done
{
  sed -n 's/^model name\s*: //p' /proc/cpuinfo | sort -u
  echo "$(nproc) processors"
  echo "$rounds rounds"
} > "$work/machine.txt"
java -cp target/classes io.reloadagent.benchmarks.loading.StartTable "$work" ../docs/benchmarks.md
