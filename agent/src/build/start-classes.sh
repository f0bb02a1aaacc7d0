#!/usr/bin/env bash
# Writes start-classes.txt anew: the agent's classes, in the order in which typical starts load them. Java 9 or newer.
# The bridge and the self-test's probe are read as resources, and stay entries of the jar.
# Usage, after mvn package: agent/src/build/start-classes.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/Main.java" <<'JAVA'
public class Main {
    static int size = 1;
    static String name = "a";
    static boolean on;
    static java.time.Duration timeout = java.time.Duration.ofSeconds(1);
    static java.util.List<String> hosts = java.util.List.of();
    public static void main(String[] arguments) {
        System.out.println(name + size + on + timeout + hosts);
    }
}
JAVA
javac -d "$work" "$work/Main.java"
printf 'app: {size: 2, name: b, on: true, timeout: 2s, hosts: [a, b]}\n' > "$work/app.yaml"
rule='dynamic: [{class: Main, prefix: app, initial: source}]'
printf 'sources: [{file: app.yaml}]\n%s\n' "$rule" > "$work/rules.yaml"
printf 'sources: [{file: app.yaml}]\nadopt: [spring]\nloggers: {enabled: false}\n' > "$work/adopt.yaml"
for configuration in rules adopt; do
  (cd "$work" && java "-Xlog:class+load:file=$configuration.log" \
    "-javaagent:$OLDPWD/../../target/reload-agent.jar=config=$configuration.yaml" -cp . Main)
done
sed -n 's/.*\] \([^ ]*\) source: .*/\1/p' "$work"/*.log \
  | grep -E '^(io\.reloadagent|org\.yaml|net\.bytebuddy|com\.fasterxml)\.' \
  | grep -v -e '\$\$Lambda' -e '^io\.reloadagent\.premain\.' -e '^io\.reloadagent\.bridge\.' -e SelfTestProbe \
  | awk '!seen[$0]++' > start-classes.txt
wc -l start-classes.txt
