#!/usr/bin/env bash
# Measures what a dynamic read costs on each JDK given, and puts the table into docs/benchmarks.md. Takes some twenty minutes a JDK, with ROUNDS=3 five.
# Usage: benchmarks/run.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/run.sh JAVA_HOME..." >&2
  exit 2
fi

mvn -q -f ../pom.xml -Pbenchmarks
rm -rf results
mkdir results
cp source.yaml target/source.yaml
agent=../agent/target/reload-agent.jar=source=target/source.yaml,reload.watch=false,reload.timeout=10m,log.level=warn

{
  sed -n 's/^model name\s*: //p' /proc/cpuinfo | sort -u
  echo "$(nproc) processors"
  echo "load average before: $(cut -d ' ' -f 1 /proc/loadavg)"
} > results/machine.txt

measure() { # what the files are named, which benchmarks, JAVA_HOME...
  local name=$1 benchmarks=$2
  shift 2
  for java_home in "$@"; do
    feature=$("$java_home/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
    result=results/java-$feature-$name.json
    echo "Java $feature, $name; load average $(cut -d ' ' -f 1-3 /proc/loadavg)"
    "$java_home/bin/java" -jar target/benchmarks.jar "$benchmarks" -e 'ReloadBenchmark|ParseBenchmark' -v SILENT -foe true -f 1 -wi 5 -w 100ms -i 10 -r 50ms \
      -jvmArgsAppend "-javaagent:$agent -Dbenchmark.source=target/source.yaml" -rf json -rff "$result"
    sed -i '/"jvm" : /d' "$result" # a path of the machine
  done
}

# Many short rounds of all benchmarks (ROUNDS, twelve if not given): a machine does not run at one speed for long, and what is
# compared is measured within a minute.
for round in $(seq "${ROUNDS:-12}"); do
  measure "round-$round" '.*' "$@"
done
# The shortest reads swing the most: twice as many rounds more.
for round in $(seq "$((2 * ${ROUNDS:-12}))"); do
  measure "int-round-$round" '\.ReadBenchmark\.' "$@"
done

java -cp target/benchmarks.jar io.reloadagent.benchmarks.Table results ../docs/benchmarks.md
