package org.aeoreach.training.certificate;

import org.aeoreach.web.Page;
import org.aeoreach.web.QrCode;

/**
 * A certificate as it is printed.
 *
 * @param page in the language of who attended
 * @param address where it is verified, in full
 * @param qr the same to be scanned
 */
public record CertificateSheet(CertificateView certificate, Page page, String address, QrCode qr) {

    static CertificateSheet of(CertificateView certificate, Page page, String baseUrl) {
        String address = baseUrl + certificate.verifying();
        return new CertificateSheet(certificate, page.in(certificate.language()), address, QrCode.of(address));
    }
}
