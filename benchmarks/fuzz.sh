#!/usr/bin/env bash
# Fuzzes the parser of a format, or the binder, with Jazzer: benchmarks/fuzz.sh TARGET SECONDS
# TARGET is yaml, json, toml, properties, env or binder.
# Begins with the kept corpus, agent/src/test/resources/fuzz/TARGET.base64. What fails is in agent/target/fuzz/TARGET: crash-*, timeout-*.
# To keep the smallest of what is in agent/target/fuzz/TARGET/corpus: benchmarks/fuzz.sh TARGET keep
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=$1
seconds=$2
kept=agent/src/test/resources/fuzz/$target.base64
work=agent/target/fuzz/$target
mkdir -p "$work/corpus"

mvn -q -ntp -Pfuzz -pl agent -am test-compile dependency:build-classpath -Dmdep.outputFile="$PWD/agent/target/fuzz/class-path" \
  -Dmdep.includeScope=test
class_path=agent/target/test-classes:agent/target/classes:$(cat agent/target/fuzz/class-path)

number=0
while read -r line; do
  number=$((number + 1))
  base64 -d <<< "$line" > "$work/corpus/kept-$number"
done < "$kept"

if [ "$target" = binder ]; then
  class=(--target_class=io.reloadagent.bind.BinderFuzzer)
  timeout=30 # the first inputs load hundreds of classes, and each is instrumented
  instrumented='io.reloadagent.bind.**:io.reloadagent.source.**:com.fasterxml.jackson.databind.**'
else
  class=(--target_class=io.reloadagent.source.format.FormatFuzzer --target_args="$target")
  timeout=10
  instrumented='io.reloadagent.source.**:org.yaml.**:org.tomlj.**:com.fasterxml.jackson.core.**:java.util.Properties**'
fi

jazzer() {
  java -Xmx512m -cp "$class_path" com.code_intelligence.jazzer.Jazzer \
    "${class[@]}" --instrumentation_includes="$instrumented" \
    --reproducer_path="$work" -artifact_prefix="$work/" -timeout="$timeout" -rss_limit_mb=2048 -max_len=4096 "$@"
}

if [ "$seconds" = keep ]; then
  # A small set with the same coverage; of that, some that are short. What is kept already stays.
  rm -rf "$work/least" && mkdir "$work/least"
  jazzer -merge=1 "$work/least" "$work/corpus"
  find "$work/least" -type f -size -100c -printf '%s %p\n' | sort -rn | cut -d' ' -f2- | sed -n 1,120p \
    | while read -r file; do base64 -w0 "$file"; echo; done | sort -u - "$kept" > "$work/kept"
  mv "$work/kept" "$kept"
  wc -lc "$kept"
else
  jazzer -max_total_time="$seconds" -print_final_stats=1 "$work/corpus"
fi
