package dev.lastseat.domain.user;

import java.util.Set;

/**
 * Passwords of at least eight characters that head every published list of leaked ones; all in
 * lower case.
 */
final class CommonPasswords {
  private static final Set<String> COMMON =
      Set.of(
          """
          00000000 01234567 0123456789 11111111 1111111111 11223344 12121212 12341234 12344321 12345678 123456789
          1234567890 1234qwer 123123123 123321123 123654789 12345678910 12345qwert 123456abc 123456qwerty 147258369
          1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 22222222 55555555 66666666 69696969 77777777 87654321 88888888
          987654321 9876543210 99999999 a1234567 a12345678 a123456789 aa123456 aa12345678 abc12345 abcd1234 abcdefgh
          admin123 administrator alexander asdf1234 asdfasdf asdfghjk asdfghjkl baseball basketball butterfly
          changeme charlie1 chocolate computer corvette danielle dragon123 elizabeth facebook football football1
          google123 hello123 iloveyou iloveyou1 internet jennifer jonathan letmein1 letmein123 liverpool lovely123
          login123 master123 maverick mercedes michael1 michelle midnight monkey123 mustang1 nicholas p@ssw0rd
          p@ssword passw0rd password password! password1 password1! password12 password123 password1234 pokemon1
          princess princess1 q1w2e3r4 q1w2e3r4t5 qazwsxedc qwer1234 qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop
          samantha scorpion shadow12 snowball starwars steelers sunshine sunshine1 superman superman1 test1234
          testtest trustno1 undefined victoria welcome1 welcome123 whatever zaq12wsx zxcvbnm1 zxcvbnm123
          """
              .split("\\s+"));

  private CommonPasswords() {}

  static boolean contain(String lowerCased) {
    return COMMON.contains(lowerCased);
  }
}
