#!/usr/bin/env bash
# Measures on each JDK given what a busy thread feels of a swap, and puts the table into docs/benchmarks.md. Takes some six minutes a JDK.
# Usage: benchmarks/swap.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/swap.sh JAVA_HOME..." >&2
  exit 2
fi

mvn -q -f ../pom.xml -Pbenchmarks
package=io.reloadagent.benchmarks.swap
results=results/swap
rm -rf "$results"
mkdir -p "$results"
cat > target/swap.yaml <<'END'
sources: [{file: hot.yaml}]
dynamic: [{class: hot.Settings, prefix: hot, initial: source}]
reload: {watch: false, timeout: 60s, settle: 0ms}
log: {level: warn}
END

for sites in 10 1000 10000; do
  rm -rf "target/hot-$sites"
  java -cp target/benchmarks.jar $package.HotReaders "target/hot-$sites" "$sites"
done

for java_home in "$@"; do
  feature=$("$java_home/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  for changed in "1 10" "1 1000" "1 10000" "1000 10"; do
    read -r fields sites <<< "$changed"
    for form in field snapshot; do
      echo "Java $feature, $form: $fields of 1,000 fields change, with $sites hot sites each; load average $(cut -d ' ' -f 1-3 /proc/loadavg)"
      java -cp target/benchmarks.jar $package.Source target/hot.yaml
      agent=()
      if [ "$form" = field ]; then
        agent=(-javaagent:../agent/target/reload-agent.jar=config=target/swap.yaml)
      fi
      "$java_home/bin/java" "${agent[@]}" -cp "target/benchmarks.jar:target/hot-$sites" \
        $package.SwapApplication $form "$sites" "$fields" target/hot.yaml | tee "$results/$feature $form $changed"
    done
  done
done

java -cp target/benchmarks.jar $package.SwapTable "$results" ../docs/benchmarks.md
