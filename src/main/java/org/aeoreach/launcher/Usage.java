package org.aeoreach.launcher;

import java.util.Locale;

/** The text of {@code --help}. */
final class Usage {
    private Usage() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                java -jar aeo-reach.jar [--port N] [--data-dir DIR] [--verbose]
                                        [--new-setup-code] [--help]

                  --port N        HTTP port / HTTP 端口
                  --data-dir DIR  directory for database, index and logs / 存放数据库、索引和日志的目录
                  --verbose       stack traces and library logs / 显示堆栈和类库日志
                  --new-setup-code  print a new code for making a system administrator / 给出创建系统管理员的新代码
                  --help          this text / 显示本说明

                java -jar aeo-reach.jar check-content DIR
                                  checks a directory of documents / 检查文档目录

                Environment variables (passwords also from a file, with _FILE behind the name)
                环境变量（密码也可来自文件，变量名后加 _FILE）:
                """);
        for (ConfigurationKey key : ConfigurationKey.values()) {
            text.append(String.format(Locale.ROOT, "  %-27s %s%s%n", key, key.description(), standard(key)));
        }
        text.append(String.format("%nExit codes / 退出码:%n"));
        for (ExitCode code : ExitCode.values()) {
            text.append(String.format(Locale.ROOT, "  %3d %s%n", code.number(), code.meaning()));
        }
        return text.toString();
    }

    private static String standard(ConfigurationKey key) {
        return key.standard().isEmpty() ? "" : " (" + key.standard() + ")";
    }
}
