package eventloop.lab.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The requests in the order in which clients make them: every page as often as its weight says, shuffled
/// once. Each client begins at another place and goes round.
final class Deck {
    private final Target[] cards;

    private Deck(List<Target> cards) {
        this.cards = cards.toArray(Target[]::new);
    }

    static Deck of(LoadPlan plan) throws IOException {
        var hostAndPort = plan.host() + ":" + plan.port();
        var cards = new ArrayList<Target>();
        for (var page : plan.pages()) {
            cards.addAll(
                    Collections.nCopies(
                            page.weight(),
                            Target.of(page, hostAndPort, plan.clients().connections())));
        }
        Collections.shuffle(cards, new Random(plan.seed()));
        return new Deck(cards);
    }

    Target card(int number) {
        return cards[Math.floorMod(number, cards.length)];
    }
}
