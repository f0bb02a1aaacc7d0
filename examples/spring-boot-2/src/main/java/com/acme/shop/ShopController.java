package com.acme.shop;

import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked of the shop. */
@RestController
public class ShopController {

    private final Till till;

    public ShopController(Till till) {
        this.till = till;
    }

    @GetMapping("/state")
    public String state() {
        return till.state();
    }

    @GetMapping("/identity")
    public String identity() {
        return till.identity();
    }

    @GetMapping("/rounds")
    public long rounds() {
        return till.rounds();
    }

    @EventListener
    public void listening(ServletWebServerInitializedEvent event) {
        System.out.println("listening on " + event.getWebServer().getPort());
    }
}
