package com.acme.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.sql.SQLException;

/** The shop: {@code java -jar pooled-app.jar [FILE]}. Tells twice a second how its pool is. Runs until killed. */
public class Main {

    private static final int MOST_WORKERS = 50;
    private static final long BEAT_MILLIS = 500;

    public static void main(String[] args) throws InterruptedException {
        Path file = Paths.get(args.length > 0 ? args[0] : "shop.properties");
        try (Database database = start(file)) {
            while (true) {
                System.out.println(database.status());
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (IOException | IllegalArgumentException | SQLException e) {
            System.err.println("The shop cannot go on: " + e);
            System.exit(2);
        }
    }

    private static Database start(Path file) throws IOException, SQLException {
        ShopConfig config = ShopConfig.load(file);
        Database database = new Database(config);
        for (int number = 1; number <= MOST_WORKERS; number++) {
            Thread worker = new Thread(new Worker(number, config, database), "worker-" + number);
            worker.setDaemon(true);
            worker.start();
        }
        System.out.println("shop started with " + file);
        return database;
    }
}
