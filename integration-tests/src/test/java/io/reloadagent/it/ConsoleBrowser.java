package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real browser, one page at a time. What the page complains of is kept, and must be nothing in the end. */
final class ConsoleBrowser implements AutoCloseable {

    /** What a browser writes when an answer is a refusal, which is what some tests ask for, or nobody listens. */
    private static final String REFUSED =
            "Failed to load resource: (the server responded with a status of (401|409|429)"
                    + ".*|net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|FAILED))";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private BrowserContext context;

    private ConsoleBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where Chromium is; null if there is none. */
    static Path installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    static ConsoleBrowser start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new ConsoleBrowser(playwright, browser);
    }

    /** A fresh page of this size at an address; the one before is closed. */
    Page open(String address, int width, int height) {
        endPage();
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        Page page = context.newPage();
        page.setDefaultTimeout((double) Application.PATIENCE.toMillis());
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log") && !message.text().matches(REFUSED)) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
        page.navigate(address);
        return page;
    }

    /** Fails if a page wrote an error, broke its own policy, or asked another server for anything. */
    void assertNoComplaint() {
        assertThat(complaints).isEmpty();
    }

    void endPage() {
        if (context != null) {
            context.close();
            context = null;
        }
        complaints.clear();
    }

    @Override
    public void close() {
        endPage();
        browser.close();
        playwright.close();
    }
}
