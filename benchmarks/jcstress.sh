#!/usr/bin/env bash
# Tests the read path's protocol with jcstress on the JDK given, in some five minutes, longer on a busy machine. Fails if a forbidden result was seen, or if the
# wrong order, which the tests could not tell from the right one then, did not show its own.
# Usage: benchmarks/jcstress.sh JAVA_HOME [jcstress's options, in place of those below: -m default, -t NAME, ...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if [ $# -eq 0 ]; then
  echo "usage: benchmarks/jcstress.sh JAVA_HOME [jcstress's options]" >&2
  exit 2
fi
java_home=$1
shift
options=(-m quick -f 1 -fsm 1 -iters 2 -time 300 -sc false -af NONE)
[ $# -eq 0 ] || options=("$@")

mvn -q -f ../pom.xml -Pbenchmarks
rm -rf target/jcstress
mkdir target/jcstress
cd target/jcstress
"$java_home/bin/java" -version 2>&1 | head -n 1
"$java_home/bin/java" -cp ../benchmarks.jar org.openjdk.jcstress.Main "${options[@]}" -v -r report > log.txt 2>&1 || {
  tail -n 40 log.txt
  exit 1
}

sed -n '/^RUN RESULTS:/,/HTML report/p' log.txt | sed '/HTML report/d' | tee results.txt
problems=$(grep -cE '^ *(Failed|Error) tests: [0-9]' results.txt || true)
if [ "$problems" -ne 0 ] || ! grep -q 'tests: No matches' results.txt; then
  echo "jcstress.sh: a forbidden result was seen, or a test did not run: target/jcstress/report/index.html" >&2
  exit 1
fi
if grep -q PublishThenOpenControl log.txt && ! grep -qE '[1-9][0-9,]* +[<0-9.]+% +Interesting +New, then old: must be seen' results.txt; then
  echo "jcstress.sh: the wrong order went unnoticed: these tests cannot fail; give them more time, by -time and -iters" >&2
  exit 1
fi
echo "No forbidden result was seen; the wrong order was."
