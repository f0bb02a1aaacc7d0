#!/usr/bin/env bash
# Measures what agents cost an application that loads 10,000 classes of real libraries, on each JDK given, and puts the table
# into docs/benchmarks.md. Takes some twenty minutes a JDK, with ROUNDS=2 a few. JDK 17 or newer, as the libraries need it.
# Usage: benchmarks/loading.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/loading.sh JAVA_HOME..." >&2
  exit 2
fi
rounds=${ROUNDS:-10}
package=io.reloadagent.benchmarks.loading

[ -n "${SKIP_BUILD:-}" ] || mvn -q -f ../pom.xml -Pbenchmarks
work=target/loading
rm -rf "$work"
mkdir -p "$work/index/META-INF/reload-agent" "$work/nothing"
agent=../agent/target/reload-agent.jar
api=../agent-api/target/reload-agent-api.jar
libraries="target/classes:target/libraries/*"

echo 'loading: {size: 2, rate: 20, connect: 200}' > "$work/values.yaml"
{
  echo "sources: [{file: values.yaml}]"
  echo "dynamic:"
  for name in Pool Limits Timeouts; do
    echo "  - {class: $package.PlainReader\$$name, prefix: loading, initial: source}"
  done
} > "$work/rules.yaml"
{
  echo "# reload-agent dynamic-classes 1"
  for name in Limits Pool Timeouts; do
    echo "$package.AnnotatedReader\$$name"
  done
} > "$work/index/META-INF/reload-agent/dynamic-classes"
printf 'Premain-Class: %s.EmptyAgent\nCan-Retransform-Classes: true\n' "$package" > "$work/manifest"

# What is measured, one line each: name | what | the JVM's options | classes that are dynamic | what they have to read.
cat > "$work/variants" <<VARIANTS
none|no agent|-cp $libraries|plain|111
api|no agent, the API on the class path|-cp $libraries:$api|annotated|111
empty|an agent that does nothing|-javaagent:$work/empty.jar -cp $libraries|plain|111
rules|Reload Agent, rules|-javaagent:$agent=config=$work/rules.yaml -cp $libraries|plain|222
annotations|Reload Agent, annotations|-javaagent:$agent=source=$work/values.yaml -cp $libraries:$api|annotated|222
index|Reload Agent, annotations with an index|-javaagent:$agent=source=$work/values.yaml -cp $work/index:$libraries:$api|annotated|222
jacoco|JaCoCo 0.8.13|-javaagent:target/agents/jacoco.jar=output=none -cp $libraries|plain|111
aspectj|AspectJ weaver 1.9.24, no aspects|-javaagent:target/agents/aspectj.jar -cp $libraries|plain|111
blockhound|BlockHound 1.0.11|-XX:+AllowRedefinitionToAddDeleteMethods -javaagent:target/agents/blockhound.jar -cp $libraries|plain|111
opentelemetry|OpenTelemetry 2.10.0, no exporter|-javaagent:target/agents/opentelemetry.jar -Dotel.traces.exporter=none -Dotel.metrics.exporter=none -Dotel.logs.exporter=none -cp $libraries|plain|111
VARIANTS

run() { # JAVA_HOME, the JVM's options, annotated or plain
  # shellcheck disable=SC2086
  "$1/bin/java" $2 $package.LoadingMain "$work/classes.txt" "$3"
}

measure() { # round, JAVA_HOME; appends to the results: feature release, round, name, wall and CPU seconds
  local name options classes expected
  while IFS='|' read -r name _ options classes expected; do
    { TIMEFORMAT='%R %U %S'; time run "$2" "$options" "$classes" > "$work/out" 2> "$work/err"; } 2> "$work/time"
    if ! grep -q "read $expected\$" "$work/out"; then
      echo "$name read something else than $expected, or failed:" >&2
      cat "$work/out" "$work/err" >&2
      exit 1
    fi
    read -r wall user system < "$work/time"
    [ "$1" -eq 0 ] || echo "$feature $1 $name $wall $(awk "BEGIN {print $user + $system}")" >> "$work/results"
  done < "$work/variants"
}

set -f # the class path has a star of its own
for java_home in "$@"; do
  feature=$("$java_home/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  "$java_home/bin/java" -cp "$libraries" $package.ClassList target/libraries 10000 "$work/classes.txt"
  "$java_home/bin/jar" cfm "$work/empty.jar" "$work/manifest" -C target/classes io/reloadagent/benchmarks/loading/EmptyAgent.class
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
java -cp target/classes $package.LoadingTable "$work" ../docs/benchmarks.md
