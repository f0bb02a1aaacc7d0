#!/usr/bin/env bash
# Measures on each JDK given what a reload costs before it swaps, for each format, and how much memory parsing takes; prints JMH's tables.
# docs/benchmarks.md has the figures. Takes some ten minutes a JDK.
# Usage: benchmarks/reload.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/reload.sh JAVA_HOME..." >&2
  exit 2
fi

mvn -q -f ../pom.xml -Pbenchmarks
for java_home in "$@"; do
  "$java_home/bin/java" -version 2>&1 | head -n 1
  echo "load average $(cut -d ' ' -f 1-3 /proc/loadavg)"
  jmh=("$java_home/bin/java" -jar target/benchmarks.jar -f 1 -wi 5 -w 2s -i 10 -r 1s -v SILENT -rf text)
  "${jmh[@]}" ReloadBenchmark -rff target/reload.txt
  cat target/reload.txt
  # TOML files end before 100,000 keys.
  "${jmh[@]}" ParseBenchmark -p format=yaml,json,properties,env -p keys=1000,10000,100000 -prof gc -rff target/memory.txt
  grep -E 'Benchmark|gc.alloc.rate.norm' target/memory.txt
done
