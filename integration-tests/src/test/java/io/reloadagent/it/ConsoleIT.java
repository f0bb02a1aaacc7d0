package io.reloadagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@DisplayName("The console, in a browser")
@Timeout(120)
@Execution(ExecutionMode.SAME_THREAD)
class ConsoleIT {

    private static final String SECRET = "8675309";
    private static final String MARKUP = "<img src=/nowhere onerror=alert(1)><b>bold</b>";
    private static final int WIDE = 1280;
    private static final int PHONE = 360;
    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain");

    private static ConsoleBrowser browser;

    @BeforeAll
    static void startBrowser() {
        Path chromium = ConsoleBrowser.installed();
        if (chromium == null) {
            System.out.println(
                    "ConsoleIT is skipped: there is no Chromium on the PATH (Debian: apt-get install chromium)");
        }
        assumeTrue(chromium != null, "no Chromium on the PATH");
        browser = ConsoleBrowser.start(chromium);
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Application.PATIENCE.toMillis());
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void endPage() {
        browser.endPage();
    }

    @Test
    @DisplayName("asks for the token, says when it is wrong, and keeps it in memory only")
    void signsIn(@TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = start(workspace, "0", "reload.watch=false")) {
            Page page = open(service, workspace, WIDE);
            page.getByLabel("Token", exactly()).fill("x".repeat(43));
            press(page, "Sign in");
            assertThat(page.getByRole(AriaRole.ALERT).first()).hasText("The token is wrong.");
            assertThat(page.locator("#console")).isHidden();

            signIn(page, workspace);
            assertThat(tile(page, "State")).containsText("Ready");
            assertThat(page.getByLabel("Token", exactly())).hasValue("");
            assertThat(page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length"))
                    .isEqualTo(0);
            assertThat(page.url()).doesNotContain(token(workspace));

            page.reload();
            assertThat(page.getByLabel("Token", exactly())).isVisible();
            signIn(page, workspace);
            press(page, "Forget token");
            assertThat(page.locator("#console")).isHidden();
            assertThat(page.locator("#value-rows")).isEmpty();
            browser.assertNoComplaint();
        }
    }

    @Test
    @DisplayName(
            "shows an edit of the file without a refresh, values as text, secrets masked, and what needs a restart")
    void follows(@TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory)
                .source("service: {a: 1}", "database: {password: " + SECRET + "}", "note: '" + MARKUP + "'");
        try (Application service = start(workspace, "0")) {
            service.awaitSeen("a", 1);
            Page page = open(service, workspace, WIDE);
            signIn(page, workspace);
            assertThat(value(page, "service.a")).containsText("app.yaml:1:14");
            assertThat(value(page, "service.a")).containsText("Settings.a");
            assertThat(value(page, "service.a")).containsText("version 1");
            assertThat(value(page, "note")).containsText(MARKUP);
            assertThat(value(page, "database.password")).containsText("***");
            assertThat(page.locator("#link")).hasText("Live");

            workspace.source("service: {a: 42}", "database: {password: 1" + SECRET + "}", "note: changed");
            assertThat(value(page, "service.a").locator("code").nth(1)).hasText("42");
            assertThat(value(page, "service.a")).containsText("version 2");
            assertThat(tile(page, "Version")).containsText("2");
            assertThat(page.locator("#event-rows")).containsText("reload.completed");
            assertThat(page.locator("#drift-rows")).containsText("needs a restart");
            assertThat(page.locator("#drift-rows")).containsText("note");

            page.getByLabel("Search").fill("settings.a");
            assertThat(page.locator("#count")).hasText(Pattern.compile("1 of \\d+"));
            assertThat(page.content()).doesNotContain(SECRET);
            browser.assertNoComplaint();
        }
    }

    @Test
    @DisplayName("dry run, reload, a refusal with its line, the breaker, a section, going back, and what differs")
    void operates(@TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        try (Application service = start(workspace, "0", "reload.watch=false", "reload.backoff.base=30s")) {
            service.awaitSeen("a", 1);
            Page page = open(service, workspace, WIDE);
            signIn(page, workspace);
            Locator outcome = page.locator("#outcome");

            workspace.source("service: {a: 2}");
            press(page, "Dry run…");
            press(page, "Dry run");
            assertThat(page.locator("#reason-error")).containsText("Say why");
            page.getByLabel("Reason").fill("a look");
            press(page, "Dry run");
            assertThat(outcome).containsText("Accepted (dry run)");
            assertThat(outcome).containsText("service.a");

            act(page, "Reload…", "Reload", "ticket-4711");
            assertThat(outcome).containsText("Applied");
            assertThat(page.locator("#history-rows")).containsText("reason: ticket-4711");
            service.awaitSeen("a", 1, 2);

            workspace.source("service: {a: much}");
            act(page, "Reload…", "Reload", "ticket-4712");
            assertThat(outcome).containsText("Refused");
            assertThat(outcome).containsText("app.yaml:1:14");
            assertThat(page.locator("#drift-rows")).containsText("expected an int");
            act(page, "Reload…", "Reload", "once more");
            assertThat(outcome).containsText("Backing off");
            assertThat(tile(page, "State")).containsText("Backing off");
            act(page, "Reset breaker…", "Reset", "mended");
            assertThat(tile(page, "State")).containsText("Ready");

            workspace.source("service: {a: 3}", "other: 4");
            press(page, "Reload sections…");
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("service"))
                    .check();
            page.getByLabel("Reason").fill("only this");
            press(page, "Reload");
            assertThat(outcome).containsText("Applied");
            service.awaitSeen("a", 1, 2, 3);

            act(page, "Roll back to version 1", "Roll back", "slower");
            assertThat(outcome).containsText("Applied");
            service.awaitSeen("a", 1, 2, 3, 1);
            assertThat(page.locator("#history-rows")).containsText("back to version 1");
            assertThat(page.locator("#chart svg rect")).hasCount(4);
            press(page, "What version 2 changed");
            assertThat(page.locator("#difference")).containsText("From version 1 to version 2");
            assertThat(page.locator("#difference")).containsText("service.a");
            browser.assertNoComplaint();
        }
    }

    @Test
    @DisplayName("says that the connection is lost when the agent goes, and goes on by itself when it is back")
    void restarts(@TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        String port = String.valueOf(FreePort.find());
        try (Application first = start(workspace, port)) {
            Page page = open(first, workspace, WIDE);
            signIn(page, workspace);
            assertThat(page.locator("#link")).hasText("Live");
            first.terminate();
            first.awaitExit();
            assertThat(page.locator("#link")).hasText("Connection lost, trying again");
            workspace.source("service: {a: 77}");
            try (Application second = start(workspace, port)) {
                second.awaitSeen("a", 77);
                assertThat(page.locator("#link")).hasText("Live");
                assertThat(value(page, "service.a")).containsText("77");
                browser.assertNoComplaint();
            }
        }
    }

    @Test
    @DisplayName("is accessible: light, dark and on a phone, without a serious finding of axe; the dialog by keyboard")
    void accessible(@TempDir Path directory) throws Exception {
        Workspace workspace = busy(directory);
        try (Application service = start(workspace, "0", "reload.watch=false")) {
            Page page = prepared(service, workspace);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : List.of(WIDE, PHONE)) {
                    page.setViewportSize(width, 800);
                    assertAccessible(page, scheme + " at " + width);
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as("no scrolling sideways")
                            .isLessThanOrEqualTo(width);
                }
            }
            Locator reload = button(page, "Reload…");
            reload.focus();
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("Reason")).isFocused();
            assertAccessible(page, "the dialog");
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
            assertThat(reload).isFocused();
            press(page, "Forget token");
            assertAccessible(page, "signing in");
            browser.assertNoComplaint();
        }
    }

    @Test
    @DisplayName("pictures for docs/operate.md, where -Dconsole.screenshots names a directory for them")
    void pictures(@TempDir Path directory) throws Exception {
        String target = System.getProperty("console.screenshots", "");
        assumeTrue(!target.isEmpty(), "-Dconsole.screenshots names no directory");
        Workspace workspace = busy(directory);
        try (Application service = start(workspace, "0", "reload.watch=false")) {
            Page page = prepared(service, workspace);
            picture(page, ColorScheme.LIGHT, WIDE, 900, Path.of(target, "console.png"));
            picture(page, ColorScheme.DARK, WIDE, 900, Path.of(target, "console-dark.png"));
            picture(page, ColorScheme.LIGHT, PHONE, 740, Path.of(target, "console-phone.png"));
        }
    }

    private static void picture(Page page, ColorScheme scheme, int width, int height, Path file) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, height);
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** With a history, drift and events to show. */
    private static Page prepared(Application service, Workspace workspace) throws Exception {
        service.awaitSeen("a", 1);
        AgentHttp http = AgentHttp.of(service, workspace);
        Page page = open(service, workspace, WIDE);
        signIn(page, workspace);
        assertThat(page.locator("#link")).hasText("Live");
        for (int a = 2; a < 9; a++) {
            write(workspace, String.valueOf(a), "eu-west-" + a % 2);
            http.reload("reason=ticket-" + (4700 + a));
        }
        write(workspace, "many", "eu-west-1");
        act(page, "Reload…", "Reload", "ticket-4711");
        assertThat(page.locator("#outcome")).containsText("Refused");
        press(page, "What version 2 changed");
        assertThat(page.locator("#difference")).containsText("From version 1");
        assertThat(page.locator("#event-rows")).containsText("reload.failed");
        return page;
    }

    private static Workspace busy(Path directory) {
        return write(new Workspace(directory), "1", "eu-west-0");
    }

    private static Workspace write(Workspace workspace, String a, String region) {
        return workspace.source(
                "service:",
                "  a: " + a,
                "  b: 20",
                "  timeout: 5s",
                "database:",
                "  url: jdbc:postgresql://db.internal/shop",
                "  password: " + SECRET,
                "deployment:",
                "  region: " + region,
                "  hosts: [alpha, beta]");
    }

    private static void assertAccessible(Page page, String how) {
        List<String> findings = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(ConsoleIT::finding)
                        .toList();
        assertThat(findings).as(how).isEmpty();
    }

    private static String finding(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static Application start(Workspace workspace, String port, String... settings) {
        String[] common = {"reload.settle=20ms", "http.address=127.0.0.1:" + port, "http.token-file=token"};
        return SERVICE.withSource(
                        Stream.of(common, settings).flatMap(Stream::of).toArray(String[]::new))
                .start(TestJdks.all().findFirst().orElseThrow(), workspace);
    }

    private static Page open(Application service, Workspace workspace, int width) throws IOException {
        return browser.open(
                AgentHttp.of(service, workspace).address().resolve("/").toString(), width, 800);
    }

    private static void signIn(Page page, Workspace workspace) throws IOException {
        page.getByLabel("Token", exactly()).fill(token(workspace));
        press(page, "Sign in");
        assertThat(page.locator("#state .tiles")).isVisible();
    }

    private static String token(Workspace workspace) throws IOException {
        return Files.readString(workspace.file("token")).trim();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** Presses a button, gives the reason, confirms. */
    private static void act(Page page, String name, String confirm, String reason) {
        press(page, name);
        page.getByLabel("Reason").fill(reason);
        press(page, confirm);
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    private static void press(Page page, String name) {
        button(page, name).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator tile(Page page, String name) {
        return page.locator(".tiles > div")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")))));
    }

    private static Locator value(Page page, String path) {
        return page.locator("#value-rows tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(
                                "td:first-child code",
                                new Page.LocatorOptions()
                                        .setHasText(Pattern.compile("^"
                                                + Pattern.quote(path)
                                                        .replace("\\Q", "")
                                                        .replace("\\E", "") + "$")))));
    }
}
