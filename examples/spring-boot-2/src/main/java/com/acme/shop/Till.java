package com.acme.shop;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at all it was told twenty times a second, and says when that differs from the last time. */
@Component
public class Till {

    private final ShopProperties shop;
    private final MailProperties mail;
    private final Greeting greeting;
    private final AtomicLong rounds = new AtomicLong();
    private volatile String last = "";

    public Till(ShopProperties shop, MailProperties mail, Greeting greeting) {
        this.shop = shop;
        this.mail = mail;
        this.greeting = greeting;
    }

    @Scheduled(fixedRate = 50)
    public void look() {
        rounds.incrementAndGet();
        String now = state();
        if (!now.equals(last)) {
            last = now;
            System.out.println(now);
        }
    }

    String state() {
        return "orders=" + shop.getMaxOrders()
                + " timeout=" + shop.getTimeout()
                + " regions=" + shop.getRegions()
                + " quotas=" + shop.getQuotas()
                + " pool=" + shop.getPool().getSize()
                + " primary=" + shop.getPrimary()
                + " backup=" + shop.getBackup()
                + " mail=" + mail
                + " greeting=" + greeting.to("you");
    }

    /** Who they are: the same objects for as long as the process lives. */
    String identity() {
        return System.identityHashCode(this)
                + " " + shop.getClass().getName() + "@" + System.identityHashCode(shop)
                + " " + mail.getClass().getName() + "@" + System.identityHashCode(mail)
                + " " + greeting.getClass().getName() + "@" + System.identityHashCode(greeting);
    }

    long rounds() {
        return rounds.get();
    }
}
