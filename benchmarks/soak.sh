#!/usr/bin/env bash
# Makes 10,000 reloads (RELOADS for another number), a third refused and a third rolled back, under load on each JDK given, with the
# history on disk, and prints what the JVM holds meanwhile, for docs/reliability.md. Takes some five minutes a JDK.
# Usage: benchmarks/soak.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/soak.sh JAVA_HOME..." >&2
  exit 2
fi

mvn -q -f ../pom.xml -Pbenchmarks
for java_home in "$@"; do
  rm -rf target/soak
  mkdir -p target/soak
  echo 'soak: {first: 0, second: 0}' > target/soak/soak.yaml
  settings=source=target/soak/soak.yaml,reload.watch=false,reload.settle=0ms,reload.backoff.base=0s,log.level=error
  "$java_home/bin/java" -version 2>&1 | head -1
  "$java_home/bin/java" -Xmx256m "-javaagent:../agent/target/reload-agent.jar=$settings,history.dir=target/soak/history" \
    -cp target/benchmarks.jar io.reloadagent.benchmarks.transaction.SoakApplication target/soak/soak.yaml "${RELOADS:-10000}"
done
