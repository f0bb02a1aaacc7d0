#!/usr/bin/env bash
# Measures on each JDK given how long the steps of a reload take that changes 1,000 fields and calls 100 modules, for docs/benchmarks.md.
# Takes half a minute a JDK.
# Usage: benchmarks/commit.sh JAVA_HOME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/commit.sh JAVA_HOME..." >&2
  exit 2
fi

mvn -q -f ../pom.xml -Pbenchmarks
rm -rf target/commit
mkdir -p target/commit
java -cp target/benchmarks.jar io.reloadagent.benchmarks.swap.HotReaders target/commit/classes 10
cat > target/commit/agent.yaml <<'END'
sources: [{file: hot.yaml}]
dynamic: [{class: hot.Settings, prefix: hot, initial: source}]
reload: {watch: false, settle: 0ms}
http: {address: "127.0.0.1:17099", token-file: target/commit/token}
log: {level: warn}
END
for java_home in "$@"; do
  rm -f target/commit/token
  java -cp target/benchmarks.jar io.reloadagent.benchmarks.swap.Source target/commit/hot.yaml
  "$java_home/bin/java" -version 2>&1 | head -1
  "$java_home/bin/java" -javaagent:../agent/target/reload-agent.jar=config=target/commit/agent.yaml \
    -cp target/benchmarks.jar:target/commit/classes io.reloadagent.benchmarks.transaction.CommitApplication \
    127.0.0.1:17099 target/commit/token target/commit/hot.yaml
done
