package org.aeoreach.importing.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A part of a workbook while it is unpacked, counted: what it says of its own size is not believed. */
final class Unpacked extends FilterInputStream {

    /** Parts of a workbook; a few sheets have a few dozen. */
    private static final int PARTS = 2000;
    /** Bytes of one part. A sheet of 300,000 rows with 20 columns has about this. */
    static final long LARGEST = 512L << 20;
    /** Bytes out for one byte in, once much came out. Sheets of repeated words reach 40. */
    private static final long RATIO = 150;

    private static final long MUCH = 8L << 20;

    private final long limit;
    private long bytes;

    private Unpacked(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    static void requireHarmless(ZipFile zip) throws IOException {
        if (zip.size() > PARTS) {
            zip.close();
            throw TableFile.refused("bomb");
        }
    }

    /** @throws org.aeoreach.platform.Problem 400 when there is no such part; reading refuses one that swells */
    static InputStream part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw TableFile.refused("broken");
        }
        long limit = Math.min(LARGEST, Math.max(MUCH, entry.getCompressedSize() * RATIO));
        return new Unpacked(zip.getInputStream(entry), limit);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int n) {
        bytes += Math.max(n, 0);
        if (bytes > limit) {
            throw TableFile.refused("bomb");
        }
    }
}
