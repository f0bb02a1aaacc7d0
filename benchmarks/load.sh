#!/usr/bin/env bash
# Measures on each JDK given what an application feels of fifty clients that ask its agent for the status while reloads run, and how long they wait,
# and puts the table into docs/benchmarks.md. ROUNDS (6) rounds of six windows of SECONDS_A_WINDOW (10) s: some seven minutes a JDK.
# Usage: benchmarks/load.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/load.sh JAVA_HOME..." >&2
  exit 2
fi
[ -n "${SKIP_BUILD:-}" ] || mvn -q -f ../pom.xml -Pbenchmarks
classes=target/classes
work=target/load
port=17098
jdk_port=17099
rm -rf "$work"
mkdir -p "$work"
settings=source=$work/load.yaml,reload.watch=false,reload.settle=0ms,log.level=warn,http.address=127.0.0.1:$port,http.token-file=$work/token

for java_home in "$@"; do
  feature=$("$java_home/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  echo "Java $feature; load average $(cut -d ' ' -f 1-3 /proc/loadavg)"
  rm -f "$work/token"
  java -cp "$classes" io.reloadagent.benchmarks.load.LoadMain \
    "$work" "http://127.0.0.1:$port" "http://127.0.0.1:$jdk_port" "${ROUNDS:-6}" "${SECONDS_A_WINDOW:-10}" "$feature" \
    "$java_home/bin/java" -Xmx256m "-javaagent:../agent/target/reload-agent.jar=$settings" \
    -cp "$classes:../agent-api/target/reload-agent-api.jar" io.reloadagent.benchmarks.load.LoadApplication "$jdk_port"
done
{
  sed -n 's/^model name\s*: //p' /proc/cpuinfo | sort -u
  echo "$(nproc) processors, for the application and the clients together"
  echo "${ROUNDS:-6} rounds of ${SECONDS_A_WINDOW:-10} s"
  echo "load average before: $(cut -d ' ' -f 1 /proc/loadavg)"
} > "$work/machine.txt"
java -cp "$classes" io.reloadagent.benchmarks.load.LoadTable "$work" ../docs/benchmarks.md
