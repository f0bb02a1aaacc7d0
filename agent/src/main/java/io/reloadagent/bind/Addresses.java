package io.reloadagent.bind;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses without ever asking a name server, whose answer a reload might wait for. */
final class Addresses {

    private static final String BYTE = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern V4 = Pattern.compile(BYTE + "\\." + BYTE + "\\." + BYTE + "\\." + BYTE);
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*(%[0-9a-zA-Z._-]+)?");
    private static final Pattern HOST = Pattern.compile("[0-9a-zA-Z_]([0-9a-zA-Z_.-]{0,252})");
    private static final Pattern SOCKET = Pattern.compile("(\\[([^\\]]+)\\]|[^:\\[\\]]+):([0-9]{1,5})");
    private static final int MOST_PORT = 65535;

    private Addresses() {}

    /** The address that is written in numbers, or localhost; null for anything else. */
    static InetAddress address(String text) throws UnknownHostException {
        if (text.equalsIgnoreCase("localhost")) {
            return InetAddress.getLoopbackAddress();
        }
        Matcher v4 = V4.matcher(text);
        if (v4.matches()) {
            byte[] bytes = new byte[4];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(v4.group(i + 1));
            }
            return InetAddress.getByAddress(bytes);
        }
        return V6.matcher(text).matches() ? InetAddress.getByName(text) : null; // with a colon it is no name
    }

    /** Host and port; a name stays unresolved, for whoever connects. Null for anything else. */
    static InetSocketAddress socketAddress(String text) throws UnknownHostException {
        Matcher parts = SOCKET.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > MOST_PORT) {
            return null;
        }
        int port = Integer.parseInt(parts.group(3));
        boolean bracketed = parts.group(2) != null;
        String host = bracketed ? parts.group(2) : parts.group(1);
        InetAddress address = bracketed == host.contains(":") ? address(host) : null;
        if (address != null) {
            return new InetSocketAddress(address, port);
        }
        boolean isName = !bracketed && HOST.matcher(host).matches() && !host.matches("[0-9.]+");
        return isName ? InetSocketAddress.createUnresolved(host, port) : null;
    }
}
