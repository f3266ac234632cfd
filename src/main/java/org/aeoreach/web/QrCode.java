package org.aeoreach.web;

/**
 * A QR code as the path of an SVG picture, which needs no style and no request; {@code web/qr.jte} draws it into a page.
 *
 * @param size width and height, with a margin of four modules
 * @param path of all dark modules
 */
public record QrCode(int size, String path) {

    private static final int MARGIN = 4;

    public static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(code.size + 2 * MARGIN, path.toString());
    }
}
